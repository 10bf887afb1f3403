/** From a recipe to operators: a catalogue of record types by name, and strict binding of their parameters. */
@NullMarked
package io.infinimill.operator;

import org.jspecify.annotations.NullMarked;
