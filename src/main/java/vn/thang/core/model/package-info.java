/** The maturity model: a tree of dimensions and criteria with weights, rules and answer scales, without prose. */
package vn.thang.core.model;
