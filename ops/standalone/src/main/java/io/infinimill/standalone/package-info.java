/** The four services, PostgreSQL and Kafka behind one port, from one command. */
@NullMarked
package io.infinimill.standalone;

import org.jspecify.annotations.NullMarked;
