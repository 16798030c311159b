import type { Component } from '#diagram/diagram.ts';

/** The share of the time that a component works: stated, else what the contract of an external system promises. */
export const availabilityOf = ({ properties: { availability, sla } }: Component): number | undefined => availability ?? sla;
