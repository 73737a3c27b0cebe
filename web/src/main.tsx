import { QueryClientProvider } from "@tanstack/react-query";
import { App as AntdApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { StrictMode, useMemo } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { AppearanceProvider, useAppearance } from "./appearance.js";
import { LanguageProvider, useLanguage } from "./language.js";
import { queries } from "./queries.js";
import { router } from "./router.js";
import "./page.css";
import { themeOf } from "./theme.js";

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";

function Themed() {
  const { language } = useLanguage();
  const { dark, calm } = useAppearance();
  const theme = useMemo(() => themeOf(dark, calm), [dark, calm]);
  return (
    <ConfigProvider
      locale={language === "zh" ? zhCN : enUS}
      theme={theme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
    >
      <AntdApp className="app" message={{ maxCount: 1, duration: 2, top: 56 }}>
        <RouterProvider router={router} />
      </AntdApp>
    </ConfigProvider>
  );
}

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <AppearanceProvider>
        <LanguageProvider>
          <Themed />
        </LanguageProvider>
      </AppearanceProvider>
    </QueryClientProvider>
  </StrictMode>,
);
