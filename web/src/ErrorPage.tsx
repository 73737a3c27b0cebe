import { Button } from "antd";
import { Component, type ReactNode } from "react";
import { useLocation } from "react-router";
import { ProblemNotice } from "./components/ProblemNotice.js";
import { useWords } from "./language.js";

/** A page that failed to load or to draw: says so, and how to go on. */
function ErrorPage({ error }: { readonly error: unknown }) {
  const words = useWords();
  return (
    <div className="page-state">
      <ProblemNotice
        error={error}
        action={<Button onClick={() => window.location.reload()}>{words.state.again}</Button>}
      />
    </div>
  );
}

interface Props {
  readonly address: string;
  readonly children: ReactNode;
}

interface Failure {
  readonly error: unknown;
  readonly address: string;
}

class Boundary extends Component<Props, { readonly failure: Failure | null }> {
  override state = { failure: null as Failure | null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error, address: window.location.pathname } };
  }

  override render() {
    const { failure } = this.state;
    // Another address is another page: the failure stays with the one that failed.
    return failure !== null && failure.address === this.props.address ? (
      <ErrorPage error={failure.error} />
    ) : (
      this.props.children
    );
  }
}

/** Keeps what fails to load or to draw to its own page; another address is tried anew. */
export function ErrorBoundary({ children }: { readonly children: ReactNode }) {
  return <Boundary address={useLocation().pathname}>{children}</Boundary>;
}
