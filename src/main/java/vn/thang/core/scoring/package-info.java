/**
 * From answers to levels, with every reason: one rule that serves criteria, dimensions and the whole.
 *
 * <p>Example: a dimension with the gate {@code at >50, below >85} and criteria of weights 3 (core), 2, 2, 1 that stand at
 * levels 3, 3, 2, 2. All weight stands at 2 or above, 5/8 of it at 3. So level 3 is reached: 5/8 is more than one half,
 * and at every lower level stands more than 85 %. Level 4 is not: no weight stands there, 5/8 at level 3 is not more than
 * 85 %, and the core criterion is below 4. The index is 21/8. The least effort to level 4 is three steps: the first
 * criterion to 4 and the third to 4. The first two to 4 and the third to 3 are three steps as well, but touch more criteria.
 */
package vn.thang.core.scoring;
