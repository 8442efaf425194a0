type Package = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
export type Packages = Readonly<Record<string, Package>>;

/** The optional packages that some package asks for and the lockfile does not know: path and exact version. */
export function missingPackages(packages: Packages): Record<string, string> {
  const missing: Record<string, string> = {};
  for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!isThere(packages, path, name) && /^\d+\.\d+\.\d+$/.test(version)) missing[`node_modules/${name}`] = version;
    }
  }
  return missing;
}

/** As node looks for it: beside the package that asks, then in every folder above. */
function isThere(packages: Packages, from: string, name: string): boolean {
  for (let folder = from; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder}/node_modules/${name}` in packages) return true;
  }
  return `node_modules/${name}` in packages;
}

export function completed(packages: Packages): Packages {
  const added = Object.entries(missingPackages(packages)).map(([path, version]): [string, Package] => [
    path,
    { version, ...platformOf(path), dev: true, optional: true },
  ]);
  const { '': root, ...rest } = packages;
  const all = [...Object.entries(rest), ...added].sort(([one], [other]) => (one < other ? -1 : 1));
  return { ...(root && { '': root }), ...Object.fromEntries<Package>(all) };
}

/** npm installs a package only where these fit; their names say them (`cli-linux-x64-musl`). */
function platformOf(path: string): { os?: string[]; cpu?: string[]; libc?: string[] } {
  const os = /(android|darwin|freebsd|netbsd|openbsd|openharmony|linux|win32|windows|sunos|aix)/.exec(path)?.[1];
  const cpu = /(arm64|x64|ia32|ppc64|riscv64|s390x|loong64|mips64el|arm)(?![a-z0-9])/.exec(path)?.[1];
  return {
    ...(os && { os: [os === 'windows' ? 'win32' : os] }),
    ...(cpu && { cpu: [cpu] }),
    ...(path.includes('musl') && { libc: ['musl'] }),
  };
}
