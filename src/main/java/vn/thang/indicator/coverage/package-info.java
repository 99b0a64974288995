/**
 * Which periods are covered: who is due in them, who of them is silent, and what those weigh. Targets and the intake ask the same rule.
 */
package vn.thang.indicator.coverage;
