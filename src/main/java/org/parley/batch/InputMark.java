package org.parley.batch;

/**
 * How far an input has been read, and what stood there up to then.
 *
 * @param position in bytes
 * @param digest SHA-256 of all up to it, in hexadecimal digits
 */
record InputMark(long position, String digest) {}
