/** The engine's version, stored with every fact. A test keeps it equal to the package's. */
export const engineVersion = "0.1.0";
