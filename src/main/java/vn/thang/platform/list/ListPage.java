package vn.thang.platform.list;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIData;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.AjaxBehaviorEvent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.primefaces.PrimeFaces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import vn.thang.platform.web.NoticePage;

/**
 * A page with one list. It knows what the address says (filters, order, page, size), asks one use case for the rows, and
 * tells the browser the address of what is shown. Subclasses are view scoped, and {@code t:table} shows them.
 */
public abstract class ListPage<T, O extends Enum<O> & Cut.Order> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, String> asked = new TreeMap<>();
    private String sort;
    private boolean descending;
    private int page = 1;
    private int size = Slice.SIZE;
    private List<T> selected = new ArrayList<>();
    private transient Rows rows;
    private transient Cut<O> firstCut;
    private transient Slice<T> firstRows;

    @Inject
    private NoticePage refusals;

    /** The names of the filters in the address. */
    protected abstract List<String> filters();

    /** All orders that the list has, its natural one first; a column names its own in small letters. */
    protected abstract O[] orders();

    /** Calls the use case once; what is asked for stands in {@link #getAsked()}. */
    protected abstract Slice<T> cut(Cut<O> cut);

    /** What tells the row from all others. */
    protected abstract Object key(T row);

    /** Finds what the rows stand on, once the filters are known; without it there is no list. */
    protected boolean prepare() {
        return true;
    }

    /** Reads the address and cuts the list for the first time, so that whoever may not see it is refused before anything is shown. */
    public void load() {
        Map<String, String> given = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        filters().forEach(name -> asked.put(name, given.get(name)));
        sort = order(given.get("sort")) == orders()[0] ? null : given.get("sort");
        descending = "desc".equals(given.get("dir"));
        size = number(given.get("rows"), Slice.SIZE);
        size = Slice.SIZES.contains(size) ? size : Slice.SIZE;
        page = Math.max(1, Math.min(number(given.get("page"), 1), Integer.MAX_VALUE / size));
        if (prepare()) {
            firstCut = new Cut<>(order(sort), sort != null && descending, page, size);
            firstRows = refusals.found(() -> cut(firstCut));
        }
    }

    /** A changed filter shows the list from its beginning, and nothing is chosen any more: it might not be seen. */
    public void fromStart(AjaxBehaviorEvent event) {
        selected = new ArrayList<>();
        getRows().seen.clear();
        page = 1;
        UIComponent table = event.getComponent().findComponent("table");
        if (table instanceof UIData data) {
            data.setFirst(0);
        }
    }

    /** The filters as they stand in an address, for the file of the list. */
    public String getQuery() {
        return query(asked);
    }

    /** What is shown, as it stands in an address: filters, order, size and page. */
    public String getAddress() {
        Map<String, String> all = new TreeMap<>(asked);
        all.put("sort", sort);
        all.put("dir", descending ? "desc" : null);
        all.put("rows", size == Slice.SIZE ? null : Integer.toString(size));
        all.put("page", page == 1 ? null : Integer.toString(page));
        return query(all);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream().filter(one -> one.getValue() != null && !one.getValue().isBlank())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The order that the address asks for; null for the natural one, since the table has no column for some. */
    public SortMeta getSort() {
        return sort == null ? null : SortMeta.builder().field(sort)
                .order(descending ? SortOrder.DESCENDING : SortOrder.ASCENDING).build();
    }

    private O order(String name) {
        return Cut.order(orders(), name);
    }

    private static int number(String text, int otherwise) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    public Rows getRows() {
        if (rows == null) {
            rows = new Rows();
        }
        return rows;
    }

    /** The filters by their names; fields above the list read and write them. */
    public Map<String, String> getAsked() {
        return asked;
    }

    public int getSize() {
        return size;
    }

    public void setSize(int size) {
        this.size = size;
    }

    public int getFirst() {
        return (page - 1) * size;
    }

    public void setFirst(int first) {
        page = first / size + 1;
    }

    public List<T> getSelected() {
        return selected;
    }

    public void setSelected(List<T> selected) {
        this.selected = selected;
    }

    /** The rows as the table of the library asks for them: the use case counts and cuts in one call a request. */
    public final class Rows extends LazyDataModel<T> {

        private static final long serialVersionUID = 1L;

        private final Map<String, T> seen = new HashMap<>();

        /** Nothing: loading says it. */
        @Override
        public int count(Map<String, FilterMeta> filters) {
            return 0;
        }

        @Override
        public List<T> load(int first, int most, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
            SortMeta by = sorts.values().stream().filter(one -> one.getOrder() != SortOrder.UNSORTED).findFirst()
                    .orElse(null);
            Cut<O> cut = new Cut<>(order(by == null ? null : by.getField()),
                    by != null && by.getOrder().isDescending(), first / most + 1,
                    Slice.SIZES.contains(most) ? most : Slice.SIZE);
            Slice<T> slice = cut.equals(firstCut) && firstRows != null ? firstRows : cut(cut);
            firstRows = null;
            slice.rows().forEach(row -> seen.put(getRowKey(row), row));
            setRowCount((int) slice.total());
            sort = by == null ? null : by.getField();
            descending = cut.descending();
            size = slice.size();
            page = slice.page();
            if (FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest()) {
                PrimeFaces.current().ajax().addCallbackParam("address", "?" + getAddress());
            }
            return slice.rows();
        }

        @Override
        public String getRowKey(T row) {
            return key(row).toString();
        }

        /**
         * Only rows that were cut for this person are found, on whichever page of the list they stood: what is chosen on one
         * page stays chosen on the next, and a forged key chooses nothing.
         */
        @Override
        public T getRowData(String rowKey) {
            return seen.get(rowKey);
        }
    }
}
