/** The document that every report is, and its writers: text, Markdown and HTML. */
@API(status = API.Status.INTERNAL)
package org.parley.report.document;

import org.apiguardian.api.API;
