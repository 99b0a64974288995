/** Published results, which are frozen and can be verified. */
package vn.thang.assessment.result;
