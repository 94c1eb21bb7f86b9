package org.parley.knowledge;

import java.util.List;

/**
 * All models of a knowledge base as one.
 *
 * @param dmn one ordinary DMN model: flat inputs, no imports
 * @param decisions its decisions, each behind those it reads
 */
record LinkedModel(String dmn, List<Decision> decisions) {}
