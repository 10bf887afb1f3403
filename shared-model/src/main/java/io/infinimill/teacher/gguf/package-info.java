/**
 * Small models in this process, from a GGUF file, by llama.cpp ({@code de.kherud:llama}, which whoever uses this package
 * declares as a dependency). No server is needed, but a fault of the native library ends the whole process.
 */
@NullMarked
package io.infinimill.teacher.gguf;

import org.jspecify.annotations.NullMarked;
