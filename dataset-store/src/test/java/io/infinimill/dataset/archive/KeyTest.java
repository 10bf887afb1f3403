package io.infinimill.dataset.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyTest {

    @Test
    void a_hash_is_its_own_key() {
        assertThat(Key.hex(Key.of("00112233445566778899aabbccddeeff"))).isEqualTo("00112233445566778899aabbccddeeff");
        assertThat(Key.hex(Key.of("ff112233445566778899aabbccddeeff"))).isEqualTo("ff112233445566778899aabbccddeeff");
    }

    @Test
    void any_other_id_is_hashed() {
        assertThat(Key.of("mine-1")).isEqualTo(Key.of("mine-1")).isNotEqualTo(Key.of("mine-2"));
    }
}
