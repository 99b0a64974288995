package vn.thang.indicator.catalogue;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.common.net.ParsedIRI;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import vn.thang.indicator.fetching.Fetching;
import vn.thang.indicator.fetching.LeftOut;
import vn.thang.indicator.fetching.RemoteDocument;
import vn.thang.platform.Sha256;

/**
 * Reads the datasets of a DCAT-AP catalogue in JSON-LD, RDF/XML or Turtle, page by page to its end where it has pages. Only pages
 * of the same server are read, each once; nothing else that a catalogue refers to is fetched.
 */
public final class DcatCatalogue {

    private static final int MOST_PAGES = 1_000;
    private static final Map<String, String> ACCEPT = Map.of("Accept",
            "application/ld+json, application/rdf+xml;q=0.9, text/turtle;q=0.8, */*;q=0.1");
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final IRI TOTAL = hydra("totalItems");
    private static final IRI MEMBER = hydra("member");
    private static final List<IRI> NEXT = List.of(hydra("next"), hydra("nextPage"));

    private final Fetching documents;
    private final Model model = new LinkedHashModel();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Deque<URI> waiting = new ArrayDeque<>();
    private final Set<URI> seen = new HashSet<>();
    private final Set<String> contents = new HashSet<>();
    private boolean circle;

    private DcatCatalogue(Fetching documents) {
        this.documents = documents;
    }

    private static IRI hydra(String name) {
        return SimpleValueFactory.getInstance().createIRI(HYDRA + name);
    }

    /**
     * Reads a catalogue.
     *
     * @param most no further page is read when so many datasets came
     * @throws RemoteDocument.Failed when a page does not come, or is no RDF, or leads elsewhere, or the pages have no end
     */
    public static FoundCatalogue find(Fetching documents, URI address, int most) throws RemoteDocument.Failed {
        return new DcatCatalogue(documents).find(address, most);
    }

    private FoundCatalogue find(URI address, int most) throws RemoteDocument.Failed {
        expect(address);
        DcatDatasets datasets = new DcatDatasets(model);
        int pages = 0;
        while (!waiting.isEmpty() && (pages == 0 || datasets.nodes().size() < most)) {
            if (pages == MOST_PAGES) {
                throw new RemoteDocument.Failed("too-many-pages", MOST_PAGES);
            }
            page(waiting.remove(), ++pages);
        }
        boolean stopped = !waiting.isEmpty();
        FoundCatalogue found = datasets.found(promised(datasets), leftOut, stopped);
        if (circle && !stopped && found.promised() < found.datasets().size()) {
            throw new RemoteDocument.Failed("circle", pages);
        }
        return found;
    }

    private void page(URI address, int number) throws RemoteDocument.Failed {
        RemoteDocument.Fetched fetched = documents.fetch(address, ACCEPT);
        if (!contents.add(Sha256.hex(fetched.content()))) {
            circle = true; // another address, and what came before
            return;
        }
        RdfDocument page = RdfDocument.read(fetched, number);
        model.addAll(page.model());
        leftOut.addAll(page.leftOut());
        seen.add(bare(page.address()));
        if (fetched.next() != null) {
            expect(next(address, page.address(), fetched.next()));
        }
        for (IRI property : NEXT) {
            for (Statement link : page.model().filter(null, property, null)) {
                URI next = next(address, page.address(), link.getObject().stringValue());
                if (!seen.contains(next) || !ofAnotherPage(link.getSubject(), address, page.address())) {
                    expect(next);
                }
            }
        }
    }

    /** A page may say of the pages before it what followed on them. */
    private static boolean ofAnotherPage(Resource subject, URI asked, URI address) {
        String name = subject.stringValue();
        return subject instanceof IRI && !name.equals(asked.toString()) && !name.equals(address.toString());
    }

    private static URI next(URI asked, URI address, String said) throws RemoteDocument.Failed {
        URI next;
        try {
            next = bare(URI.create(new ParsedIRI(address.toString()).resolve(said.strip())));
        } catch (IllegalArgumentException | URISyntaxException e) {
            throw new RemoteDocument.Failed("next-page", said);
        }
        if (sameButSafe(address, next)) {
            next = URI.create("https" + next.toString().substring("http".length()));
        }
        if (next.getAuthority() == null || !Fetching.origin(next).equals(Fetching.origin(asked))
                && !Fetching.origin(next).equals(Fetching.origin(address))) {
            throw new RemoteDocument.Failed("next-page", next);
        }
        return next;
    }

    /** Portals behind another server often write http for themselves where they answer by https. */
    private static boolean sameButSafe(URI address, URI next) {
        return "https".equalsIgnoreCase(address.getScheme()) && "http".equalsIgnoreCase(next.getScheme())
                && address.getAuthority().equalsIgnoreCase(next.getAuthority());
    }

    private void expect(URI page) {
        if (seen.add(bare(page))) {
            waiting.add(bare(page));
        } else {
            circle = true;
        }
    }

    private static URI bare(URI address) {
        String text = address.toString();
        return address.getRawFragment() == null ? address : URI.create(text.substring(0, text.indexOf('#')));
    }

    /** How many datasets the catalogue says that it holds; -1 where it says nothing. */
    private long promised(DcatDatasets datasets) {
        long most = -1;
        for (Statement said : model.filter(null, TOTAL, null)) {
            List<Value> members = new ArrayList<>(model.filter(said.getSubject(), MEMBER, null).objects());
            if (members.isEmpty() || members.stream().anyMatch(datasets.nodes()::contains)) {
                most = Math.max(most, number(said.getObject()));
            }
        }
        long named = datasets.named();
        return named > datasets.nodes().size() ? Math.max(most, named) : most;
    }

    private static long number(Value value) {
        try {
            return Long.parseLong(value.stringValue().strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
