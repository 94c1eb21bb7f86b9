package org.parley.regress;
