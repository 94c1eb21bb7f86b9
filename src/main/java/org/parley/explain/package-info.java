package org.parley.explain;

