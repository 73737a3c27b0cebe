import type { Page } from "playwright-core";

/** A state of a page that an address alone does not show: dialogs, drawers, what a drawing or a search brings. */
export interface GalleryState {
  readonly name: string;
  readonly address: string;
  /** Brings the page there, in either language. */
  readonly reach: (page: Page) => Promise<void>;
}

const dialog = (page: Page) => page.getByRole("dialog").first().waitFor();

/** Dialogs and parts of pages, by what stands on them in both languages. */
export function galleryStates(of: {
  readonly waiting: string;
  readonly collection: string;
  readonly project: string;
  readonly month: string;
}): readonly GalleryState[] {
  const press = (name: string, address: string, button: RegExp | string): GalleryState => ({
    name,
    address,
    reach: async (page) => {
      await page.locator("main").getByRole("button", { name: button }).first().click();
      await dialog(page);
    },
  });
  return [
    press("collections-new", "/collections", /新建收表|New collection/),
    {
      name: "collections-ledger",
      address: "/collections",
      reach: async (page) => {
        await page.getByRole("button", { name: /新建收表|New collection/ }).click();
        await page.getByRole("dialog").locator(".ant-segmented-item").last().click();
      },
    },
    {
      name: "erasure-dialog",
      address: "/settings/erasure",
      reach: async (page) => {
        await page.locator("main input[type=search], main .ant-input-search input").first().fill("医疗队");
        await page.keyboard.press("Enter");
        await page.locator("main li .ant-btn").first().click();
        await dialog(page);
      },
    },
    {
      name: "calendar-feed",
      address: "/settings/own",
      reach: async (page) => {
        await page
          .getByRole("button", { name: /生成订阅地址|换一个新地址|Make an address|Make a new one/ })
          .first()
          .click();
        await page.locator("main [aria-live=polite] input, .ant-popover").first().waitFor();
        await page.locator("main [aria-live=polite] input, .ant-popover").first().scrollIntoViewIfNeeded();
      },
    },
    {
      name: "inspection-drawn",
      address: `/inspection/samples?${of.month}`,
      reach: async (page) => {
        await page.locator("main form input:not([type=search])").last().fill("一组");
        await page.locator("main form button[type=submit]").click();
        await page.locator("main ol li").first().waitFor();
      },
    },
    {
      name: "inspection-sheet",
      address: `/inspection/samples?${of.month}`,
      reach: async (page) => {
        await page.locator("main form input:not([type=search])").last().fill("一组");
        await page.locator("main form button[type=submit]").click();
        await page.locator("main section h2 button").click();
        await page.waitForURL(/inspection\/samples\/.+/);
        await page.locator("main table tbody tr").first().waitFor();
      },
    },
    {
      name: "check-keys",
      address: of.waiting,
      reach: async (page) => {
        await page.locator("li[id^=fact]").first().waitFor();
        await page.keyboard.press("?");
        await dialog(page);
      },
    },
    {
      name: "check-correct",
      address: of.waiting,
      reach: async (page) => {
        await page.locator("li[id^=fact]").first().waitFor();
        await page.keyboard.press("e");
        await dialog(page);
      },
    },
    {
      name: "check-preview",
      address: of.waiting,
      reach: async (page) => {
        await page.locator("li[id^=fact]").first().waitFor();
        await page.keyboard.press("a");
        await page.locator("[data-state=staged]").first().waitFor();
        await page.keyboard.press("Enter");
        await dialog(page);
      },
    },
    press("followup-instruct", "/followup?side=west", /登记领导批示|Enter an instruction/),
    {
      name: "record-edit",
      address: of.project,
      reach: async (page) => {
        await page
          .getByRole("button", { name: /修改|Edit/ })
          .first()
          .click();
        await page.locator("main form input, [role=dialog] input").first().waitFor();
      },
    },
    press("record-proof", of.project, /上传佐证|Upload a proof/),
    press("records-new", "/records/project", /^(新增|New)$/),
    {
      name: "indicator-drawer",
      address: `/indicators?${of.month}`,
      reach: async (page) => {
        await page.locator("main tbody tr.ant-table-row button, main tbody tr.ant-table-row a").first().click();
        await dialog(page);
      },
    },
    press("indicator-pack", `/indicators?${of.month}`, /佐证材料包|Evidence pack/),
    press("indicator-closing", `/indicators?${of.month}`, /定稿封账|Close the month/),
    {
      name: "indicator-targets",
      address: `/indicators?${of.month}`,
      reach: (page) => page.getByRole("button", { name: /年度目标|Targets/ }).click(),
    },
    {
      name: "more",
      address: "/workbench",
      reach: async (page) => {
        const more = page.getByRole("button", { name: /^(更多|More)$/ });
        if (await more.isVisible()) await more.click();
        else await page.locator("header button").last().click();
      },
    },
  ];
}
