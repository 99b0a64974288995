/** How rounds end: published, withdrawn, or removed as rehearsals. */
package vn.thang.assessment.conduct.ending;
