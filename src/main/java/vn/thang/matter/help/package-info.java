/** Where help does most for a target on maturity. */
package vn.thang.matter.help;
