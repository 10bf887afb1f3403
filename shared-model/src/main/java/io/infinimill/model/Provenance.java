package io.infinimill.model;

import static io.infinimill.model.Required.required;

import java.util.ArrayList;
import java.util.List;

/** How a sample came about; it grows hop by hop. */
public record Provenance(String recipeHash, List<Hop> hops) {

    public Provenance {
        required("Provenance", "recipeHash", recipeHash);
        hops = List.copyOf(required("Provenance", "hops", hops));
    }

    public Provenance plus(Hop hop) {
        var all = new ArrayList<>(hops);
        all.add(hop);
        return new Provenance(recipeHash, all);
    }
}
