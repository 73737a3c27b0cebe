import { QueryClientProvider } from "@tanstack/react-query";
import { ConfigProvider } from "antd";
import zhCN from "antd/es/locale/zh_CN";
import { StrictMode, useMemo } from "react";
import { createRoot } from "react-dom/client";
import { api } from "./api.js";
import { AppearanceProvider, useAppearance } from "./appearance.js";
import { LanguageProvider, useLanguage } from "./language.js";
import { NoticesProvider } from "./notices.js";
import { runsHere, tellOldBrowser } from "./old-browser.js";
import { queries } from "./queries.js";
import { expectPage, Router } from "./router.js";
import "./page.css";
import { themeOf } from "./theme.js";

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";

function Themed() {
  const { parts } = useLanguage();
  const { dark, calm } = useAppearance();
  const theme = useMemo(() => themeOf(dark, calm), [dark, calm]);
  return (
    <ConfigProvider
      {...(parts === undefined ? {} : { locale: parts })}
      theme={theme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
    >
      <div className="app">
        <NoticesProvider>
          <Router />
        </NoticesProvider>
      </div>
    </ConfigProvider>
  );
}

function start(root: HTMLElement): void {
  // Who is signed in and the page's code are asked for at once, before anything is drawn.
  if (window.location.pathname !== "/sign-in") queries.prefetchQuery({ queryKey: ["session"], queryFn: api.session });
  expectPage(window.location.pathname);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <AppearanceProvider>
          <LanguageProvider parts={zhCN}>
            <Themed />
          </LanguageProvider>
        </AppearanceProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
if (runsHere()) start(root);
else tellOldBrowser(root);
