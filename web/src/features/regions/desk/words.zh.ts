/** Words of choosing a region. */
const texts = { console: { region: { all: '全部辖区', choose: '选择行政区划', one: '行政区划' } } };

export default texts;
