/** A region that bulletins name without drawing it: provinces, cut by degrees where only a part belongs to it. */
export interface Zone {
  provinces: readonly string[];
  south?: number;
  north?: number;
  west?: number;
  east?: number;
}

/**
 * Weather regions as the forecasts of the China Meteorological Administration use the words, approximated:
 * each is a list of provinces with bounds in degrees for the centres of its prefectures.
 */
export const ZONES: Record<string, readonly Zone[]> = {
  东北: [{ provinces: ["210000", "220000", "230000"] }, { provinces: ["150000"], west: 117 }],
  华北: [
    { provinces: ["110000", "120000", "130000", "140000"] },
    { provinces: ["150000"], west: 107, east: 117 },
  ],
  黄淮: [{ provinces: ["370000", "410000"] }, { provinces: ["320000", "340000"], south: 32.95 }],
  江淮: [
    { provinces: ["320000"], south: 32.1, north: 33.7, west: 119 },
    { provinces: ["340000"], south: 31.5, north: 33.2 },
  ],
  江汉: [{ provinces: ["420000"], east: 114.2 }],
  江南: [
    { provinces: ["310000", "330000", "360000", "430000"] },
    { provinces: ["320000"], north: 32.1 },
    { provinces: ["340000"], north: 31.3 },
    { provinces: ["350000"], south: 26 },
    { provinces: ["420000"], north: 30.2, west: 113.5 },
  ],
  华南: [
    { provinces: ["440000", "450000", "460000", "810000", "820000"] },
    { provinces: ["350000"], north: 26 },
  ],
  华东: [{ provinces: ["310000", "320000", "330000", "340000", "350000", "360000", "370000"] }],
  华中: [{ provinces: ["410000", "420000", "430000"] }],
  西南: [{ provinces: ["500000", "510000", "520000", "530000", "540000"] }],
  西北: [{ provinces: ["610000", "620000", "630000", "640000", "650000"] }],
  四川盆地: [{ provinces: ["500000"] }, { provinces: ["510000"], west: 103.3, south: 28.3 }],
  云贵高原: [{ provinces: ["520000", "530000"] }],
  青藏高原: [{ provinces: ["540000", "630000"] }],
  内蒙古东部: [{ provinces: ["150000"], west: 117 }],
  内蒙古中部: [{ provinces: ["150000"], west: 107.5, east: 117 }],
  内蒙古西部: [{ provinces: ["150000"], east: 107.5 }],
  京津冀: [{ provinces: ["110000", "120000", "130000"] }],
  长三角: [{ provinces: ["310000", "330000"] }, { provinces: ["320000", "340000"], north: 32.7 }],
  珠三角: [{ provinces: ["440000"], west: 112, east: 114.6, south: 22, north: 23.8 }],
  山东半岛: [{ provinces: ["370000"], west: 119 }],
  辽东半岛: [{ provinces: ["210000"], north: 41, west: 121.3 }],
  雷州半岛: [{ provinces: ["440000"], north: 21.5 }],
  海南岛: [{ provinces: ["460000"] }],
  关中: [{ provinces: ["610000"], south: 34, north: 35.3 }],
  长江中下游: [
    { provinces: ["310000", "420000", "430000", "360000"] },
    { provinces: ["340000"], north: 32 },
    { provinces: ["320000"], north: 32.7 },
  ],
  长江中游: [{ provinces: ["420000", "430000", "360000"] }],
  长江下游: [
    { provinces: ["310000"] },
    { provinces: ["340000"], north: 32 },
    { provinces: ["320000"], north: 32.7 },
  ],
  长江上游: [{ provinces: ["500000", "510000", "520000"] }],
  长江流域: [
    { provinces: ["310000", "420000", "430000", "360000", "500000", "510000"] },
    { provinces: ["340000"], north: 32 },
    { provinces: ["320000"], north: 32.7 },
    { provinces: ["520000"], south: 26.5 },
  ],
  淮河流域: [
    { provinces: ["320000", "340000"], south: 32 },
    { provinces: ["410000"], west: 113, north: 34.9 },
    { provinces: ["370000"], north: 35.8 },
  ],
  太湖流域: [
    { provinces: ["310000"] },
    { provinces: ["320000"], north: 32.1, west: 119.3 },
    { provinces: ["330000"], south: 30.2, east: 121 },
  ],
  珠江流域: [{ provinces: ["440000", "450000"] }],
  松花江流域: [{ provinces: ["220000", "230000"] }],
  海河流域: [{ provinces: ["110000", "120000", "130000"] }, { provinces: ["140000"], west: 112.5 }],
};
