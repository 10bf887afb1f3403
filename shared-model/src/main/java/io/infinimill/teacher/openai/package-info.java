/** Teachers behind an HTTP endpoint that speaks OpenAI's chat protocol: vLLM, SGLang, DJL Serving, llama.cpp, hosted ones. */
@NullMarked
package io.infinimill.teacher.openai;

import org.jspecify.annotations.NullMarked;
