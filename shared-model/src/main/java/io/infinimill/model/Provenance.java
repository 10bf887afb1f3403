package io.infinimill.model;

import static io.infinimill.model.Required.list;
import static io.infinimill.model.Required.required;

import java.util.ArrayList;
import java.util.List;

/**
 * How a sample came about; it grows hop by hop.
 *
 * @param recipeHash hash of the recipe's canonical JSON, as in {@link JobSubmitted}
 * @param hops what each stage did, in order
 */
public record Provenance(String recipeHash, List<Hop> hops) {

    public Provenance {
        required("Provenance", "recipeHash", recipeHash);
        hops = list("Provenance", "hops", hops);
    }

    public Provenance plus(Hop hop) {
        var all = new ArrayList<>(hops);
        all.add(hop);
        return new Provenance(recipeHash, all);
    }
}
