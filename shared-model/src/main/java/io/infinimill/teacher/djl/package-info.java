/**
 * Models in this process in ONNX, with the files that Hugging Face's exports have beside them, by DJL
 * ({@code ai.djl.onnxruntime:onnxruntime-engine} and {@code ai.djl.huggingface:tokenizers}, which whoever uses this package
 * declares as dependencies).
 */
@NullMarked
package io.infinimill.teacher.djl;

import org.jspecify.annotations.NullMarked;
