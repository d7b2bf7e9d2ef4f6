/** An action, and its parameters by wire name. */
export interface Asked {
    readonly action: string;
    readonly params: Readonly<Record<string, string>>;
}
/**
 * Reads a request to an endpoint: the action is its path, or the parameter `Action`; parameters are
 * its query and its body, JSON or form.
 *
 * @throws TypeError for a request to elsewhere, and for one that no signed form can carry.
 */
export declare function readAsked(request: Request, endpoint: string): Promise<Asked>;
