import { type ThemeConfig, theme as themes } from "antd";

/**
 * 山 green for what one does, 海 blue for what one reads and follows; greys for all else. The same colours as page.css,
 * for the library's parts, by day and by night; `calm` leaves out all motion. Every pair of text and ground has a contrast of 4.5 or more.
 */
export function themeOf(dark: boolean, calm: boolean): ThemeConfig {
  return {
    algorithm: dark ? themes.darkAlgorithm : themes.defaultAlgorithm,
    token: {
      ...(dark ? night : day),
      borderRadius: 6,
      fontSize: 14,
      controlHeight: 30,
      fontFamily:
        '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
      motion: !calm,
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.16s",
    },
    components: {
      Table: {
        cellPaddingBlockSM: 6,
        headerBg: dark ? "#1d2827" : "#eef3f1",
        headerSplitColor: "transparent",
        rowHoverBg: dark ? "#1b2625" : "#f8fbfa",
      },
      Drawer: { paddingLG: 16 },
    },
  };
}

const day: NonNullable<ThemeConfig["token"]> = {
  colorPrimary: "#2c6e5b",
  colorInfo: "#1d6a8f",
  colorInfoBg: "#e5f0f5",
  colorInfoBorder: "#9cc4d8",
  colorWarningBg: "#fdf3dd",
  colorWarningBorder: "#dfb667",
  colorErrorBg: "#fbeae6",
  colorErrorBorder: "#dfa79c",
  colorLink: "#1d6a8f",
  colorLinkHover: "#145573",
  colorLinkActive: "#0f4059",
  colorSuccess: "#3d8361",
  colorWarning: "#b7791f",
  colorError: "#a83a2a",
  colorTextBase: "#1d2a2a",
  colorTextPlaceholder: "#5f6e6d",
  colorTextDescription: "#536463",
  colorBgLayout: "#f4f7f6",
};

const night: NonNullable<ThemeConfig["token"]> = {
  colorPrimary: "#3b8f76",
  colorInfo: "#5aa6cb",
  colorInfoBg: "#17303c",
  colorInfoBorder: "#3b6a80",
  colorWarningBg: "#382c13",
  colorWarningBorder: "#7d6026",
  colorErrorBg: "#3a1f1a",
  colorErrorBorder: "#7d4438",
  colorLink: "#7cbddc",
  colorLinkHover: "#9dd0e8",
  colorLinkActive: "#b9def0",
  colorSuccess: "#4fa37b",
  colorWarning: "#d99f3f",
  colorError: "#e0705d",
  colorTextBase: "#e3ebe9",
  colorBgBase: "#131b1b",
  colorBgContainer: "#172020",
  colorBgElevated: "#1d2827",
  colorBgLayout: "#0f1616",
  colorBorderSecondary: "#2e3d3b",
  colorSplit: "#2e3d3b",
  colorTextPlaceholder: "#9aaaa7",
  colorTextDescription: "#b0bebb",
};
