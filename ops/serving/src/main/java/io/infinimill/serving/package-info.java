/** What each service does as a server, put into its process by auto-configuration: once, also where all four share one. */
@NullMarked
package io.infinimill.serving;

import org.jspecify.annotations.NullMarked;
