/**
 * Running generated Python programs in a sandbox: without files, network, processes or the host, and with limits of
 * CPU time, wall time, memory and output. {@link io.infinimill.program.Sandbox} is the way in.
 *
 * <p>A worker is CPython in a namespace of its own (bubblewrap). It never runs a program itself: every program runs in a
 * forked child that first gives up its open files and all system calls but those a computation needs. Programs whose
 * bytecode shows that they only compute share a child, all others get one of their own.
 */
@NullMarked
package io.infinimill.program;

import org.jspecify.annotations.NullMarked;
