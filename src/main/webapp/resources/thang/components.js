/* What the components of the library say, in words that people use, and the address of what a list shows. */
(() => {
  const words = {
    vi: {
      clear: 'Xóa', custom: 'Tùy chỉnh', list: 'Danh sách', matchAny: 'Khớp bất kỳ điều kiện nào', upload: 'Tải lên',
      emptyFilterMessage: 'Không có kết quả', emptyMessage: 'Không có mục nào', emptySearchMessage: 'Không có kết quả',
      lt: 'Nhỏ hơn', lte: 'Nhỏ hơn hoặc bằng', now: 'Bây giờ', nextDecade: 'Thập kỷ sau', nextHour: 'Giờ sau',
      nextMinute: 'Phút sau', nextMonth: 'Tháng sau', nextSecond: 'Giây sau', prevSecond: 'Giây trước',
      secondText: 'Giây', timeOnlyTitle: 'Chỉ chọn giờ', unexpectedError: 'Lỗi không mong muốn', passwordPrompt: 'Nhập mật khẩu',
      searchMessage: 'Có {0} kết quả',
      monthNames: ['Tháng 1', 'Tháng 2', 'Tháng 3', 'Tháng 4', 'Tháng 5', 'Tháng 6', 'Tháng 7', 'Tháng 8', 'Tháng 9',
        'Tháng 10', 'Tháng 11', 'Tháng 12'],
      monthNamesShort: ['Th1', 'Th2', 'Th3', 'Th4', 'Th5', 'Th6', 'Th7', 'Th8', 'Th9', 'Th10', 'Th11', 'Th12'],
      aria: {
        collapseLabel: 'Thu gọn', collapseRow: 'Thu gọn dòng', expandLabel: 'Mở rộng', expandRow: 'Mở chi tiết của dòng',
        trueLabel: 'Có', falseLabel: 'Không', firstPageLabel: 'Trang đầu', nextPageLabel: 'Trang sau',
        jumpToPageInputLabel: 'Đến trang số', jumpToPageDropdownLabel: 'Đến trang', listLabel: 'Danh sách lựa chọn',
        navigation: 'Các trang', next: 'Sau', pageLabel: 'Trang {page}', rowsPerPageLabel: 'Số dòng mỗi trang',
        selectAll: 'Chọn tất cả các dòng của trang', unselectAll: 'Bỏ chọn tất cả', selectRow: 'Chọn dòng',
        unselectRow: 'Bỏ chọn dòng', selectLabel: 'Chọn', stars: '{star} sao',
        'datatable.sort.ASC': 'bấm để xếp tăng dần', 'datatable.sort.DESC': 'bấm để xếp giảm dần',
        'datatable.sort.NONE': 'bấm để bỏ sắp xếp', 'messages.FATAL': 'Lỗi nghiêm trọng', 'switch.ON': 'Bật',
      },
    },
    en: {
      aria: { jumpToPageInputLabel: 'Go to page', jumpToPageDropdownLabel: 'Go to page', navigation: 'Pages' },
    },
    de: {
      aria: {
        collapseRow: 'Zeile einklappen', expandRow: 'Einzelheiten der Zeile zeigen', falseLabel: 'Nein', trueLabel: 'Ja',
        jumpToPageDropdownLabel: 'Zur Seite', jumpToPageInputLabel: 'Zur Seite', navigation: 'Seiten',
        selectAll: 'Alle Zeilen der Seite auswählen', unselectAll: 'Auswahl aller Zeilen aufheben',
        selectRow: 'Zeile auswählen', unselectRow: 'Auswahl der Zeile aufheben',
        'datatable.sort.ASC': 'aufsteigend sortieren', 'datatable.sort.DESC': 'absteigend sortieren',
        'datatable.sort.NONE': 'Sortierung aufheben',
      },
    },
  };
  const language = document.documentElement.lang;
  jQuery.extend(true, PrimeFaces.locales, { [language]: words[language] });

  /* What opens while it closes would wait for ever for the end of a movement that never began. Nothing moves. */
  PrimeFaces.utils.disableAnimations();

  /* A list that has no rows now can be ordered too: the order holds for the rows that come. */
  jQuery(() => {
    const table = PrimeFaces.widget.DataTable?.prototype;
    if (table) {
      table.shouldSort = (event) => jQuery(event.target).is('th, span') && !event.target.closest('.ui-column-customfilter');
    }
  });

  /* Where there is little room, the library makes the buttons of days anew, without their name. */
  const nameDays = () => setTimeout(() => {
    for (const button of document.querySelectorAll('.ui-datepicker-trigger:not([aria-label])')) {
      button.setAttribute('aria-label', PrimeFaces.getLocaleLabel('chooseDate'));
    }
  });
  addEventListener('load', nameDays);
  addEventListener('resize', nameDays);
  jQuery(document).on('pfAjaxComplete', nameDays);

  /* What was looked for comes late on a slow line: nothing opens under a field that was left. */
  jQuery(document).on('pfAjaxComplete', () => setTimeout(() => {
    for (const panel of jQuery('.ui-autocomplete-panel:visible')) {
      const field = panel.id.replace(/_panel$/, '');
      if (document.activeElement?.id !== field + '_input' && !panel.contains(document.activeElement)) {
        PrimeFaces.getWidgetById(field)?.hide();
      }
    }
  }));

  /* Enter on a branch of a tree follows its link, as it does on the link itself. */
  addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('.ui-treenode-content')) {
      event.target.querySelector('a')?.click();
    }
  });

  /* On a phone a list names the order of its column, as it came by the address too; without one it names none. */
  const nameOrder = () => {
    for (const choice of document.querySelectorAll('.ui-datatable .ui-reflow-dropdown')) {
      const sorted = choice.closest('.ui-datatable').querySelector('th[aria-sort=ascending], th[aria-sort=descending]');
      if (sorted) {
        choice.value = `${sorted.id}_${sorted.getAttribute('aria-sort') === 'ascending' ? 0 : 1}`;
      } else if (!choice.querySelector('[hidden]')) {
        const natural = new Option('–', '', true, true);
        natural.hidden = natural.disabled = true;
        choice.prepend(natural);
      }
    }
  };
  addEventListener('load', () => setTimeout(nameOrder));
  jQuery(document).on('pfAjaxComplete', () => setTimeout(nameOrder));

  /* What a list shows stands in the address, so that it can be sent, kept and loaded anew; its files follow. */
  jQuery(document).on('pfAjaxComplete', (event, request, settings, answer) => {
    if (!answer?.address) {
      return;
    }
    history.replaceState(null, '', answer.address);
    for (const file of document.querySelectorAll('a[data-export]')) {
      file.search = answer.address;
    }
  });
})();
