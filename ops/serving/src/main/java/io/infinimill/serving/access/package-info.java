/**
 * Who may call, and what they did: API keys, bearer tokens, scopes, rates and the audit log. {@link
 * io.infinimill.serving.access.CheckAccess} is a plain servlet filter; Spring only puts it in its place.
 */
@NullMarked
package io.infinimill.serving.access;

import org.jspecify.annotations.NullMarked;
