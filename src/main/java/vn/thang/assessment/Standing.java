package vn.thang.assessment;

import java.util.Optional;
import vn.thang.core.scoring.Path;

/**
 * How far an assessment has come: what the bar at the foot of the form says after every answer.
 *
 * @param level of the official column
 * @param path  the least effort to the next level; empty when there is none
 */
public record Standing(int answered, int applicable, int level, Optional<Path> path) {
}
