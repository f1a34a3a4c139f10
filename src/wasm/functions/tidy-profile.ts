import type { FunctionProfile } from "../../model/function-profile.ts";
import { type Demangle, tidyNames } from "./tidy-name.ts";

/**
 * Makes the names of a profile readable.
 *
 * @param profile - profile with names as the modules hold them
 * @param demangle - asked about names that look mangled
 * @returns the same with names that are equal in two builds of the same source
 */
export async function tidyProfile(
  profile: FunctionProfile,
  demangle: Demangle,
): Promise<FunctionProfile> {
  const names = await tidyNames(
    profile.functions.map(({ name }) => name),
    demangle,
  );
  const functions = profile.functions.map((one) => ({
    ...one,
    name: names.get(one.name) ?? one.name,
  }));
  return { functions, nodes: profile.nodes };
}
