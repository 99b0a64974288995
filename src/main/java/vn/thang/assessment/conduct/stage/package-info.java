/** Days of the stages of a round, and extensions for single agencies. */
package vn.thang.assessment.conduct.stage;
