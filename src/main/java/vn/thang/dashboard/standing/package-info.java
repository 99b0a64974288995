/** The agencies of a round one by one: how far they are, their levels, and how firm their ranks are. */
package vn.thang.dashboard.standing;
