package vn.thang.search;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import vn.thang.security.Reach;

/** The words of everything that can be found, in files of this server alone; they are filled anew after each start. */
@ApplicationScoped
class SearchIndex {

    private static final String KIND = "kind";
    private static final String KEY = "key";
    private static final String NAME = "name";
    private static final String TEXT = "text";
    private static final String AT = "at";
    private static final String BELOW = "below";
    private static final float NAME_COUNTS = 4;
    private static final float PAIR_COUNTS = 4;
    /**
     * From so many words on one may be missing, so that a long question is answered although one word of it stands
     * nowhere.
     */
    private static final int FORGIVING_FROM = 4;

    private final Analyzer analyzer = new SearchWords();
    private final Path folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    SearchIndex() {
        try {
            folder = Files.createTempDirectory("thang-search");
            writer = new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig(analyzer));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() {
        try {
            searchers.close();
            writer.close();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A thing with its words.
     *
     * @param key  by which whoever owns it knows it
     * @param name its names in all languages; they count more
     * @param text whatever else is said of it
     * @param path of the agency to which it belongs; null where it belongs to nobody
     */
    record Entry(FoundKind kind, String key, String name, String text, String path) {

        Entry(FoundKind kind, String key, String name, String text) {
            this(kind, key, name, text, null);
        }

        private Document document() {
            Document document = new Document();
            document.add(new StringField(KIND, kind.key(), Field.Store.NO));
            document.add(new StoredField(KEY, key));
            document.add(new TextField(NAME, name, Field.Store.NO));
            document.add(new TextField(TEXT, text, Field.Store.NO));
            if (path != null) {
                document.add(new StringField(AT, path, Field.Store.NO));
                for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                    document.add(new StringField(BELOW, path.substring(0, end + 1), Field.Store.NO));
                }
            }
            return document;
        }
    }

    /** Puts these things in the place of all of their kind. */
    void replace(FoundKind kind, Collection<Entry> entries) {
        change(() -> {
            writer.deleteDocuments(new Term(KIND, kind.key()));
            write(entries);
        });
    }

    void add(Collection<Entry> entries) {
        change(() -> write(entries));
    }

    private void write(Collection<Entry> entries) throws IOException {
        for (Entry entry : entries) {
            writer.addDocument(entry.document());
        }
    }

    private interface Change {
        void make() throws IOException;
    }

    private void change(Change change) {
        try {
            change.make();
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys of the things of this kind that the words fit, the best first. */
    List<String> find(FoundKind kind, String words, int most) {
        return find(new TermQuery(new Term(KIND, kind.key())), words, most);
    }

    /** Finds documents among those that belong to agencies within the reach. */
    List<String> find(FoundKind kind, Reach reach, String words, int most) {
        BooleanQuery.Builder within = new BooleanQuery.Builder();
        reach.agencies().forEach(path -> within.add(new TermQuery(new Term(AT, path)), Occur.SHOULD));
        reach.subtrees().forEach(path -> within.add(new TermQuery(new Term(BELOW, path)), Occur.SHOULD));
        return find(new BooleanQuery.Builder().add(new TermQuery(new Term(KIND, kind.key())), Occur.FILTER)
                .add(within.build(), Occur.FILTER).build(), words, most);
    }

    private List<String> find(Query among, String words, int most) {
        List<String> terms = terms(words);
        if (terms.isEmpty()) {
            return List.of();
        }
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                List<String> keys = new ArrayList<>();
                StoredFields stored = searcher.storedFields();
                for (ScoreDoc hit : searcher.search(query(among, terms), most).scoreDocs) {
                    keys.add(stored.document(hit.doc).get(KEY));
                }
                return keys;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Query query(Query among, List<String> terms) {
        List<String> syllables = terms.stream().filter(term -> term.indexOf(' ') < 0).toList();
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String syllable : syllables) {
            boolean last = syllable.equals(syllables.get(syllables.size() - 1));
            all.add(anywhere(syllable, last, 1), Occur.SHOULD);
        }
        all.setMinimumNumberShouldMatch(syllables.size() < FORGIVING_FROM ? syllables.size() : syllables.size() - 1);
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(among, Occur.FILTER).add(all.build(), Occur.MUST);
        terms.stream().filter(term -> term.indexOf(' ') >= 0)
                .forEach(pair -> query.add(anywhere(pair, false, PAIR_COUNTS), Occur.SHOULD));
        return query.build();
    }

    /** In the name or in the text; the last word may still be unfinished. */
    private static Query anywhere(String term, boolean begun, float weight) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        either.add(new BoostQuery(new TermQuery(new Term(NAME, term)), weight * NAME_COUNTS), Occur.SHOULD);
        either.add(new BoostQuery(new TermQuery(new Term(TEXT, term)), weight), Occur.SHOULD);
        if (begun) {
            either.add(new PrefixQuery(new Term(NAME, term)), Occur.SHOULD);
        }
        return either.build();
    }

    private List<String> terms(String words) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(NAME, words)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
            return terms.stream().distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
