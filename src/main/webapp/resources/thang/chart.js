/* Pictures of p:chart: colours and letters from the tokens of the page, days along the bottom, values on touch. */
(() => {
  const token = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const language = document.documentElement.lang;
  const date = day => new Date(day * 86400000);
  const month = { format: day => String(day.getUTCMonth() + 1).padStart(2, '0') + '/' + day.getUTCFullYear() };
  const percent = language === 'de' ? '\u00a0%' : '%';
  const whole = new Intl.DateTimeFormat(language, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

  function paint(config) {
    const { data, options } = config;
    for (const set of data.datasets) {
      const colour = token(set.token);
      set.borderColor = colour;
      set.backgroundColor = set.fill ? colour + '29' : set.hollow ? token('card') : colour;
    }
    const font = { family: getComputedStyle(document.body).fontFamily, size: 13 };
    options.animation = false;
    options.maintainAspectRatio = false;
    options.interaction = { mode: 'nearest', axis: 'x', intersect: false };
    for (const scale of [options.scales.x, options.scales.y]) {
      scale.grid = { color: token('line') };
      scale.ticks = { ...scale.ticks, color: token('ink-2'), font };
    }
    const unit = options.percent ? percent : '';
    Object.assign(options.scales.x.ticks, { maxRotation: 0, maxTicksLimit: 6 });
    options.scales.x.ticks.callback = day => month.format(date(day));
    options.scales.y.ticks.callback = value => number.format(value) + unit;
    options.plugins = {
      legend: { labels: { color: token('ink-2'), font, filter: item => !data.datasets[item.datasetIndex].silent } },
      tooltip: {
        titleFont: font, bodyFont: font,
        filter: item => !item.dataset.silent || item.raw.mark,
        callbacks: {
          title: items => items.length ? whole.format(date(items[0].parsed.x)) : '',
          label: item => item.raw.mark ?? item.dataset.label + ': ' + number.format(item.parsed.y) + unit
            + (item.raw.note ? ' (' + item.raw.note + ')' : ''),
        },
      },
    };
  }

  function again() {
    for (const widget of Object.values(PrimeFaces.widgets).filter(one => one.chart)) {
      paint(widget.chart.config._config);
      widget.chart.update('none');
    }
  }

  window.thangChart = function () {
    paint(this.cfg.config);
  };
  document.fonts.ready.then(again);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
})();
