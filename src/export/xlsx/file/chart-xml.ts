import type { ChartPlace, ChartRange, Fonts, LineChart } from './book.js';
import { element, xmlFile, xmlText } from './xml.js';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Where the charts of a sheet stand. */
export function drawingXml(places: readonly ChartPlace[]): string {
  const corner = (name: string, { column, row }: ChartPlace['from']) =>
    element(
      name,
      {},
      element('xdr:col', {}, String(column)),
      element('xdr:colOff', {}, '0'),
      element('xdr:row', {}, String(row)),
      element('xdr:rowOff', {}, '0'),
    );
  const anchors = places.map(({ from, to, chart }, index) =>
    element(
      'xdr:twoCellAnchor',
      {},
      corner('xdr:from', from),
      corner('xdr:to', to),
      element(
        'xdr:graphicFrame',
        { macro: '' },
        element(
          'xdr:nvGraphicFramePr',
          {},
          element('xdr:cNvPr', { id: index + 2, name: `Chart ${index + 1}`, descr: chart.title }),
          element('xdr:cNvGraphicFramePr'),
        ),
        element('xdr:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })),
        element(
          'a:graphic',
          {},
          element('a:graphicData', { uri: CHART }, element('c:chart', { 'xmlns:c': CHART, 'r:id': `rId${index + 1}` })),
        ),
      ),
      element('xdr:clientData'),
    ),
  );
  return xmlFile(element('xdr:wsDr', { 'xmlns:xdr': SHEET_DRAWING, 'xmlns:a': DRAWING, 'xmlns:r': RELATIONS }, ...anchors));
}

const LINE = '2F5D8A';

/** One chart: a series over its rows. */
export function chartXml(chart: LineChart, fonts: Fonts): string {
  const line = element('c:spPr', {}, element('a:ln', { w: 22225 }, element('a:solidFill', {}, element('a:srgbClr', { val: LINE }))));
  const marker = chart.hasMarkers
    ? element(
        'c:marker',
        {},
        element('c:symbol', { val: 'circle' }),
        element('c:size', { val: 6 }),
        element('c:spPr', {}, element('a:solidFill', {}, element('a:srgbClr', { val: LINE }))),
      )
    : element('c:marker', {}, element('c:symbol', { val: 'none' }));
  const series = element(
    'c:ser',
    {},
    element('c:idx', { val: 0 }),
    element('c:order', { val: 0 }),
    element('c:tx', {}, element('c:v', {}, xmlText(chart.yTitle))),
    line,
    marker,
    element('c:xVal', {}, rangeXml(chart.x)),
    element('c:yVal', {}, rangeXml(chart.y)),
    element('c:smooth', { val: 0 }),
  );
  const plot = element(
    'c:plotArea',
    {},
    element('c:layout'),
    element(
      'c:scatterChart',
      {},
      element('c:scatterStyle', { val: 'lineMarker' }),
      element('c:varyColors', { val: 0 }),
      series,
      element('c:axId', { val: 1 }),
      element('c:axId', { val: 2 }),
    ),
    axisXml(1, 2, 'b', chart.xTitle, fonts),
    axisXml(2, 1, 'l', chart.yTitle, fonts),
  );
  return xmlFile(
    element(
      'c:chartSpace',
      { 'xmlns:c': CHART, 'xmlns:a': DRAWING, 'xmlns:r': RELATIONS },
      element('c:roundedCorners', { val: 0 }),
      element(
        'c:chart',
        {},
        titleXml(chart.title, fonts, 1200, false),
        element('c:autoTitleDeleted', { val: 0 }),
        plot,
        element('c:plotVisOnly', { val: 0 }),
        element('c:dispBlanksAs', { val: 'gap' }),
      ),
    ),
  );
}

function rangeXml({ range, values }: ChartRange): string {
  const points = values.flatMap((value, index) =>
    value === undefined ? [] : [element('c:pt', { idx: index }, element('c:v', {}, String(value)))],
  );
  return element(
    'c:numRef',
    {},
    element('c:f', {}, xmlText(range)),
    element('c:numCache', {}, element('c:formatCode', {}, 'General'), element('c:ptCount', { val: values.length }), ...points),
  );
}

function axisXml(id: number, cross: number, side: 'b' | 'l', title: string, fonts: Fonts): string {
  const grid = element(
    'c:majorGridlines',
    {},
    element('c:spPr', {}, element('a:ln', { w: 6350 }, element('a:solidFill', {}, element('a:srgbClr', { val: 'D9DCE1' })))),
  );
  return element(
    'c:valAx',
    {},
    element('c:axId', { val: id }),
    element('c:scaling', {}, element('c:orientation', { val: 'minMax' })),
    element('c:delete', { val: 0 }),
    element('c:axPos', { val: side }),
    grid,
    titleXml(title, fonts, 1000, side === 'l'),
    element('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    element('c:majorTickMark', { val: 'out' }),
    element('c:minorTickMark', { val: 'none' }),
    element('c:tickLblPos', { val: 'low' }),
    element(
      'c:txPr',
      {},
      element('a:bodyPr'),
      element('a:p', {}, element('a:pPr', {}, fontXml('a:defRPr', fonts, 900)), element('a:endParaRPr', { lang: 'en-US' })),
    ),
    element('c:crossAx', { val: cross }),
    element('c:crosses', { val: 'autoZero' }),
    element('c:crossBetween', { val: 'midCat' }),
  );
}

function titleXml(text: string, fonts: Fonts, size: number, isUpright: boolean): string {
  return element(
    'c:title',
    {},
    element(
      'c:tx',
      {},
      element(
        'c:rich',
        {},
        isUpright ? element('a:bodyPr', { rot: -5400000, vert: 'horz' }) : element('a:bodyPr'),
        element(
          'a:p',
          {},
          element('a:pPr', {}, fontXml('a:defRPr', fonts, size)),
          element('a:r', {}, fontXml('a:rPr', fonts, size), element('a:t', {}, xmlText(text))),
        ),
      ),
    ),
    element('c:overlay', { val: 0 }),
  );
}

function fontXml(name: string, { text, figures }: Fonts, size: number): string {
  return element(name, { sz: size, b: 0 }, element('a:latin', { typeface: figures }), element('a:ea', { typeface: text }));
}
