/**
 * Who may call, and what they did: API keys, bearer tokens, scopes, rates and the audit log. Servlets only, no framework,
 * so that the filter is what it seems to be wherever it runs.
 */
@NullMarked
package io.infinimill.serving.access;

import org.jspecify.annotations.NullMarked;
