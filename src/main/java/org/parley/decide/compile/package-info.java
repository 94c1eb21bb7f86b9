/** Makes masks of tables, holds them against the engine, and keeps them. */
package org.parley.decide.compile;
