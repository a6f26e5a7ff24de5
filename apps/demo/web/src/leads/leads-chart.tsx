import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { useEffect, useRef } from 'preact/hooks';

import { countInWords } from '../parts/in-words.ts';
import { periodInWords, type LeadCounts } from './count-leads.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** Leads over time, one bar for each period, its media on top of one another. */
export function LeadsChart({ counts }: { readonly counts: LeadCounts }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    let chart = draw(element, counts);
    const redraw = () => {
      chart.destroy();
      chart = draw(element, counts);
    };
    // A canvas doesn't follow the style sheet: the colours are read anew when the theme changes.
    const themes = new MutationObserver(redraw);
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', redraw);
    return () => {
      themes.disconnect();
      dark.removeEventListener('change', redraw);
      chart.destroy();
    };
  }, [counts]);
  const { media, periods, step } = counts;
  const total = media.reduce((sum, { total }) => sum + total, 0);
  return (
    <div class="chart">
      <canvas
        ref={canvas}
        role="img"
        aria-label={`${countInWords(total)} leads in ${periods.length} ${step}s; the numbers are in the table below`}
      />
    </div>
  );
}

function draw(canvas: HTMLCanvasElement, { media, periods, step }: LeadCounts): Chart {
  const style = getComputedStyle(canvas);
  const line = style.borderTopColor;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: periods.map((period) => periodInWords(period, step)),
      datasets: media.map(({ medium, counts }) => ({
        label: medium,
        data: [...counts],
        backgroundColor: colorOf(medium),
        maxBarThickness: 56,
      })),
    },
    options: {
      maintainAspectRatio: false,
      animation: still ? false : { duration: 300 },
      color: style.color,
      font: { family: style.fontFamily },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          stacked: true,
          grid: { display: false },
          ticks: { color: style.color, maxRotation: 0, autoSkipPadding: 16 },
          border: { color: line },
        },
        y: {
          stacked: true,
          ticks: { color: style.color, precision: 0 },
          grid: { color: line },
          border: { display: false },
        },
      },
    },
  });
}

/** The colour of the swatch beside the medium's name. */
function colorOf(medium: string): string {
  const swatch = document.querySelector(`.swatch[data-medium="${CSS.escape(medium)}"]`);
  return swatch ? getComputedStyle(swatch).backgroundColor : 'gray';
}
