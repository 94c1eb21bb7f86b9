/**
 * Shows an advice to people and programs: text for a terminal, Markdown, JSON. Whatever comes from
 * a case or a table is cleaned or escaped here, so that it cannot steer a terminal or a page.
 */
@API(status = API.Status.INTERNAL)
package org.parley.report;

import org.apiguardian.api.API;
