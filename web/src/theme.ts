import type { ThemeConfig } from "antd";

/** 山 green for what one does, 海 blue for what one reads and follows; greys and white for all else. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: "#2c6e5b",
    colorInfo: "#1d6a8f",
    colorLink: "#1d6a8f",
    colorSuccess: "#3d8361",
    colorWarning: "#b7791f",
    colorError: "#b3402f",
    colorTextBase: "#1d2a2a",
    colorBgLayout: "#f4f7f6",
    borderRadius: 6,
    fontSize: 14,
    controlHeight: 30,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
    motionDurationMid: "0.12s",
    motionDurationSlow: "0.16s",
  },
  components: {
    Table: { cellPaddingBlockSM: 6, headerBg: "#eef3f1", headerSplitColor: "transparent" },
    Drawer: { paddingLG: 16 },
  },
};
