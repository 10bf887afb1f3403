package io.infinimill.generator.template;

import io.infinimill.generator.scale.Instantiation;
import io.infinimill.generator.scale.InvalidValues;
import io.infinimill.generator.web.InvalidRequest;
import io.infinimill.generator.web.Page;
import io.infinimill.generator.web.Shown;
import io.infinimill.generator.web.UnknownName;
import io.infinimill.generator.web.Unprocessable;
import io.infinimill.model.Template;
import io.infinimill.operator.Suggestion;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/templates")
class TemplateResource {

    private final Templates templates;

    TemplateResource(Templates templates) {
        this.templates = templates;
    }

    @GetMapping
    Page<Template> list(
            @RequestParam(required = false) @Nullable String seedSet,
            @RequestParam(required = false) @Nullable String cursor) {
        return Page.<Templates.Placed>of(
                        size -> templates.page(seedSet, Page.number(cursor), size),
                        placed -> Long.toString(placed.ordinal()))
                .map(Templates.Placed::template);
    }

    @GetMapping("/{id}")
    Template show(@PathVariable String id) {
        return templates.find(id).orElseThrow(() -> new UnknownName("template", id, List.of()));
    }

    /** The template with these numbers: nothing is stored. */
    @PostMapping("/{id}/instances")
    Instantiation instantiate(@PathVariable String id, @RequestBody JsonNode body) {
        var template = show(id);
        try {
            return Instantiation.of(template, values(body));
        } catch (InvalidValues e) {
            throw new Unprocessable(String.join("\n", e.faults()));
        }
    }

    private static Map<String, BigDecimal> values(JsonNode body) {
        var given = body.get("values");
        if (given == null || !given.isObject()) {
            throw new InvalidRequest("an instance request is {\"values\": {name: number}}, not " + Shown.quoted(body));
        }
        for (var field : body.propertyNames()) {
            if (!field.equals("values")) {
                throw new Unprocessable("unknown field '%s'; known: values%s"
                        .formatted(field, Suggestion.of(field, List.of("values"))));
            }
        }
        var values = new LinkedHashMap<String, BigDecimal>();
        for (var property : given.properties()) {
            if (!property.getValue().isNumber()) {
                throw new Unprocessable("'%s' must be a number and is %s"
                        .formatted(property.getKey(), Shown.quoted(property.getValue())));
            }
            values.put(property.getKey(), property.getValue().decimalValue());
        }
        return values;
    }
}
