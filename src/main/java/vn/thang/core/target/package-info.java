/** Whether the programme reaches its targets: exact, and never a share without its numerator and denominator. */
package vn.thang.core.target;
