import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { connection } from "./connection.js";
import { sendUntilAnswered } from "./send-until-answered.js";
import { freshCommandId } from "./undo.js";

/** Another request was answered in between: this one is tried again after so long (ms). */
const PAUSE = 1000;

interface Options<Given, Answer> {
  /** Sends what was given; the command's id is the same for every try of one sending. */
  readonly send: (given: Given, commandId: string) => Promise<Answer>;
  readonly onSuccess?: (answer: Answer, given: Given) => unknown;
  readonly onError?: (error: unknown, given: Given) => unknown;
  readonly onSettled?: () => unknown;
}

/** What a form sends and how far it is. */
export interface Sending<Given, Answer = unknown> {
  readonly mutate: (given: Given) => void;
  readonly isPending: boolean;
  /** Not answered for want of a connection: sent again by itself once it is back. */
  readonly waits: boolean;
  readonly error: unknown;
  readonly data: Answer | undefined;
  /** What is or was sent. */
  readonly given: Given | undefined;
  /** 重试: the same command once more, now. */
  readonly again: () => void;
  readonly reset: () => void;
}

/**
 * How every form writes. A session that ended holds the request until the same person is back (`interruption.ts`); a
 * connection that is lost keeps what was typed in the form, says so in words and sends it by itself when the server
 * answers again, as the same command. Who leaves the form before gives it up.
 */
export function useSending<Answer, Given = void>(options: Options<Given, Answer>): Sending<Given, Answer> {
  const [waits, setWaits] = useState(false);
  const wake = useRef<(() => void) | null>(null);
  const leave = useRef<(() => void) | null>(null);
  useEffect(() => () => leave.current?.(), []);
  const back = (error: unknown) =>
    new Promise<void>((resolve, reject) => {
      const timer = connection.isLost() ? undefined : setTimeout(() => go(), PAUSE);
      const stop = connection.subscribe(() => {
        if (!connection.isLost()) go();
      });
      const end = (how: () => void) => {
        clearTimeout(timer);
        stop();
        [wake.current, leave.current] = [null, null];
        how();
      };
      const go = () => end(resolve);
      wake.current = go;
      leave.current = () => end(() => reject(error));
    });
  const mutation = useMutation({
    mutationFn: ({ given, command }: { readonly given: Given; readonly command: string }) => {
      return sendUntilAnswered(() => options.send(given, command), back, setWaits);
    },
    onSuccess: (answer: Answer, { given }) => options.onSuccess?.(answer, given),
    onError: (error, { given }) => options.onError?.(error, given),
    onSettled: () => options.onSettled?.(),
  });
  return {
    mutate: (given) => mutation.mutate({ given, command: freshCommandId() }),
    isPending: mutation.isPending,
    waits: waits && mutation.isPending,
    error: mutation.error,
    data: mutation.data,
    given: mutation.variables?.given,
    again: () => {
      if (wake.current !== null) wake.current();
      else if (!mutation.isPending && mutation.variables !== undefined) mutation.mutate(mutation.variables);
    },
    reset: mutation.reset,
  };
}
