package org.parley.explain;
