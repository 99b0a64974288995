/** How far independent reviewers agree, and how strict each of them is. Pure arithmetic over pairs of levels. */
package vn.thang.core.review;
