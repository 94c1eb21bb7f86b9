/**
 * The posture game, a second opinion beside the tables: a reconstruction of the signalling game
 * behind the two conditions under which an open door is safe. {@link org.parley.game.PostureGame}
 * solves it in closed form for given {@link org.parley.game.Parameters}.
 */
@API(status = API.Status.INTERNAL)
package org.parley.game;

import org.apiguardian.api.API;
