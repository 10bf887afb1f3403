/**
 * Running generated Python programs in a sandbox: without files, network, processes or the host, and with limits of
 * CPU time, wall time, memory and output. {@link io.infinimill.program.Sandbox} is the way in.
 *
 * <p>A worker is CPython in namespaces of its own (bubblewrap), or in a container behind a socket. It never runs a program itself: every program runs in a
 * forked child that first gives up its open files and all system calls but those a computation needs. Programs whose
 * bytecode shows that they only compute share a child; all others get one of their own, and builtins and modules that do
 * not lead to what words their outcome.
 */
@NullMarked
package io.infinimill.program;

import org.jspecify.annotations.NullMarked;
