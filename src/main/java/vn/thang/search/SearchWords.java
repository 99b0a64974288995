package vn.thang.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Takes text apart into syllables without marks and capitals, and into pairs of neighbouring ones. A Vietnamese word is
 * mostly two syllables, so that pairs tell "dữ liệu" from any "dữ" and any "liệu".
 */
final class SearchWords extends Analyzer {

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer syllables = new StandardTokenizer();
        TokenStream folded = new ICUFoldingFilter(syllables);
        ShingleFilter pairs = new ShingleFilter(folded, 2, 2);
        pairs.setOutputUnigrams(true);
        return new TokenStreamComponents(syllables, pairs);
    }
}
